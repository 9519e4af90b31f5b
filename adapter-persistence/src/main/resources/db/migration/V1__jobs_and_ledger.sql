-- Baton's tables. One text for MySQL, MariaDB, H2 and the code generator, so: no inline KEY, no prefix index, no COMMENT,
-- no generated column, one change a statement. All instants are UTC milliseconds since 1970; all text compares by its bytes.

-- The definitions. Operators may insert and change rows: only name, target and one of cron, every_ms, once_at, manual_only are
-- needed. Leave anchor, effective_from, updated_at and digest alone; version may be raised so that a change is seen at once.
CREATE TABLE job (
  name                 VARCHAR(201) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, -- GROUP.NAME
  title                VARCHAR(200)  NOT NULL DEFAULT '',
  description          VARCHAR(4000) NOT NULL DEFAULT '',
  tags                 VARCHAR(2100) NOT NULL DEFAULT '', -- comma-separated
  target               VARCHAR(4000) NOT NULL,            -- bean.method("text", 42)
  data                 MEDIUMTEXT    NULL,                -- JSON; NULL = {}
  cron                 VARCHAR(250)  NULL,
  every_ms             BIGINT        NULL,
  anchor               BIGINT        NULL,                -- an instant of the interval's sequence; set when NULL
  once_at              BIGINT        NULL,
  manual_only          BOOLEAN       NOT NULL DEFAULT FALSE,
  zone                 VARCHAR(64)   NULL,                -- of cron; set to the node's when NULL
  valid_from           BIGINT        NULL,
  valid_until          BIGINT        NULL,
  placement            VARCHAR(16)   NOT NULL DEFAULT 'any',          -- any, master, broadcast, shards
  shards               INT           NOT NULL DEFAULT 1,
  labels               VARCHAR(4200) NOT NULL DEFAULT '', -- zone=a,gpu=yes
  overlap              VARCHAR(16)   NOT NULL DEFAULT 'allow',        -- allow, queue, skip, replace
  delivery             VARCHAR(16)   NOT NULL DEFAULT 'at-most-once', -- at-most-once, at-least-once
  misfire              VARCHAR(16)   NOT NULL DEFAULT 'fire-once',    -- fire-once, skip, fire-all
  misfire_threshold_ms BIGINT        NOT NULL DEFAULT 60000,
  timeout_ms           BIGINT        NULL,                -- NULL = none
  retry_attempts       INT           NOT NULL DEFAULT 1,  -- the first counts
  retry_delay_ms       BIGINT        NOT NULL DEFAULT 0,
  retry_factor         DOUBLE        NOT NULL DEFAULT 1,
  retry_max_delay_ms   BIGINT        NULL,                -- NULL = five minutes, or the delay if that is longer
  enabled              BOOLEAN       NOT NULL DEFAULT TRUE,  -- FALSE = paused
  deleted              BOOLEAN       NOT NULL DEFAULT FALSE, -- TRUE = gone, but its version numbers are remembered
  version              BIGINT        NOT NULL DEFAULT 1,
  effective_from       BIGINT        NULL,                -- due times before this belong to an earlier version
  updated_at           BIGINT        NULL,
  digest               VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL, -- of the columns as Baton last saw them
  PRIMARY KEY (name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What each version of a definition was. The columns are those of job.
CREATE TABLE job_version (
  name                 VARCHAR(201) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title                VARCHAR(200)  NOT NULL,
  description          VARCHAR(4000) NOT NULL,
  tags                 VARCHAR(2100) NOT NULL,
  target               VARCHAR(4000) NOT NULL,
  data                 MEDIUMTEXT    NULL,
  cron                 VARCHAR(250)  NULL,
  every_ms             BIGINT        NULL,
  anchor               BIGINT        NULL,
  once_at              BIGINT        NULL,
  manual_only          BOOLEAN       NOT NULL,
  zone                 VARCHAR(64)   NULL,
  valid_from           BIGINT        NULL,
  valid_until          BIGINT        NULL,
  placement            VARCHAR(16)   NOT NULL,
  shards               INT           NOT NULL,
  labels               VARCHAR(4200) NOT NULL,
  overlap              VARCHAR(16)   NOT NULL,
  delivery             VARCHAR(16)   NOT NULL,
  misfire              VARCHAR(16)   NOT NULL,
  misfire_threshold_ms BIGINT        NOT NULL,
  timeout_ms           BIGINT        NULL,
  retry_attempts       INT           NOT NULL,
  retry_delay_ms       BIGINT        NOT NULL,
  retry_factor         DOUBLE        NOT NULL,
  retry_max_delay_ms   BIGINT        NULL,
  enabled              BOOLEAN       NOT NULL,
  deleted              BOOLEAN       NOT NULL,
  version              BIGINT        NOT NULL,
  effective_from       BIGINT        NULL,
  updated_at           BIGINT        NULL,
  digest               VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (name, version)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The ledger: one row a task, the authority on what was claimed, started and finished.
CREATE TABLE task (
  id            VARCHAR(280) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  parent        VARCHAR(280) CHARACTER SET ascii COLLATE ascii_bin NULL, -- of a shard or a broadcast's child
  job_name      VARCHAR(201) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  by_hand       BOOLEAN       NOT NULL,
  scheduled_at  BIGINT        NOT NULL,
  job_version   BIGINT        NOT NULL,
  target        VARCHAR(4000) NOT NULL,
  data          MEDIUMTEXT    NULL,       -- NULL = {}
  delivery      VARCHAR(16)   NOT NULL,
  overlap       VARCHAR(16)   NOT NULL,
  spread        VARCHAR(16)   NOT NULL,
  parts         INT           NOT NULL,
  state         VARCHAR(8)    NOT NULL,
  owner         VARCHAR(90) CHARACTER SET ascii COLLATE ascii_bin NULL, -- node/incarnation
  home          VARCHAR(90) CHARACTER SET ascii COLLATE ascii_bin NULL, -- the owner of a bound task while it waits
  fence         BIGINT        NOT NULL,
  attempt       INT           NOT NULL,
  recoveries    INT           NOT NULL,
  due_at        BIGINT        NOT NULL,
  sent_at       BIGINT        NULL,
  claimed_by    VARCHAR(90) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  claimed_at    BIGINT        NOT NULL,
  started_at    BIGINT        NULL,
  finished_at   BIGINT        NULL,
  outcome       VARCHAR(16)   NULL,
  reason        VARCHAR(32)   NULL,
  error         MEDIUMTEXT    NULL,       -- NULL = none
  cancel_wanted BOOLEAN       NOT NULL,
  token         VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, -- of the transaction that wrote it last
  PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- What is open, by owner and due time. Done rows are its long, cold end.
CREATE INDEX task_by_state ON task (state, owner, due_at);
-- History of a job, newest last; and of all, which also leads retention to the oldest.
CREATE INDEX task_by_job ON task (job_name, scheduled_at, id);
CREATE INDEX task_by_time ON task (scheduled_at, id);

-- Attempts that were followed by another, and results that came too late. A task that succeeds at once has none.
CREATE TABLE task_attempt (
  task_id     VARCHAR(280) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  fence       BIGINT      NOT NULL,
  late        BOOLEAN     NOT NULL,
  node        VARCHAR(90) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, -- '' = unknown
  number      INT         NOT NULL,
  started_at  BIGINT      NULL,
  finished_at BIGINT      NOT NULL,
  outcome     VARCHAR(16) NOT NULL,
  reason      VARCHAR(32) NOT NULL,
  error       MEDIUMTEXT  NULL,
  PRIMARY KEY (task_id, fence, late, node)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What keeps the firings of one job apart. A row is never deleted, for its fence only grows.
CREATE TABLE job_exclusive (
  job_name     VARCHAR(201) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  holder       VARCHAR(280) CHARACTER SET ascii COLLATE ascii_bin NULL, -- the firing that may run
  open         INT    NOT NULL, -- how many of its tasks have not ended
  fence        BIGINT NOT NULL,
  last_started BIGINT NOT NULL,
  PRIMARY KEY (job_name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Up to which due time each job's schedule has been seen to.
CREATE TABLE job_watermark (
  job_name VARCHAR(201) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  swept_to BIGINT NOT NULL,
  PRIMARY KEY (job_name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The nodes, each with its current incarnation.
CREATE TABLE node (
  id          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  incarnation VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  last_seen   BIGINT NOT NULL,
  PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Small facts, such as the digest of the job file that was applied last.
CREATE TABLE mark (
  name VARCHAR(100) NOT NULL,
  text VARCHAR(1000) NOT NULL,
  PRIMARY KEY (name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
