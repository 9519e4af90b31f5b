-- How a task ended, unless it SUCCEEDED: leads to the few among the many, and costs those that succeed no second index entry.
ALTER TABLE task ADD COLUMN other_outcome VARCHAR(16) NULL;
UPDATE task SET other_outcome = outcome WHERE outcome <> 'SUCCEEDED';
CREATE INDEX task_by_other_outcome ON task (other_outcome, scheduled_at, id);
