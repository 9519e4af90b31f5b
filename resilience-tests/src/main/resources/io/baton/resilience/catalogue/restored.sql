SET @now = TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000;

-- What was due up to now does not fire any more.
INSERT INTO job_watermark (job_name, swept_to) SELECT name, @now FROM job
  ON DUPLICATE KEY UPDATE swept_to = GREATEST(swept_to, @now);

-- What had not ended when the backup was made may have run since: at most once means not again.
UPDATE task SET state = 'DONE', outcome = 'LOST', other_outcome = 'LOST', reason = 'NONE', finished_at = @now,
  error = 'The database was restored from a backup that was made before this ended.'
  WHERE state <> 'DONE' AND delivery = 'AT_MOST_ONCE';

-- Nobody has seen such great fences, not even after an earlier restore.
UPDATE task SET fence = fence + @now WHERE state <> 'DONE';
UPDATE job_exclusive SET fence = fence + @now;

-- A firing that has ended so holds its job no longer.
UPDATE job_exclusive SET holder = NULL, open = 0
  WHERE holder NOT IN (SELECT COALESCE(parent, id) FROM task WHERE state <> 'DONE');
