SET @now = ROUND(UNIX_TIMESTAMP(NOW(3)) * 1000);

-- What was due up to now does not fire any more.
INSERT INTO job_watermark (job_name, swept_to) SELECT name, @now FROM job
  ON DUPLICATE KEY UPDATE swept_to = GREATEST(swept_to, @now);

-- What had not ended when the backup was made may have run since: at most once means not again.
UPDATE task SET state = 'DONE', outcome = 'LOST', other_outcome = 'LOST', reason = 'NONE', finished_at = @now,
  error = 'The database was restored from a backup that was made before this ended.'
  WHERE state <> 'DONE' AND delivery = 'AT_MOST_ONCE';

-- Nobody has seen the fences from here on.
UPDATE task SET fence = fence + 1000000 WHERE state <> 'DONE';
UPDATE job_exclusive SET fence = fence + 1000000;

-- A firing that has ended so holds its job no longer.
UPDATE job_exclusive SET holder = NULL, open = 0
  WHERE holder NOT IN (SELECT COALESCE(parent, id) FROM task WHERE state <> 'DONE');
