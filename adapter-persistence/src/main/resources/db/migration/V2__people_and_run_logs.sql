-- Who may do what, who did what, and what runs said. The same rules as in V1: one text for MySQL, MariaDB, H2 and the code
-- generator; instants are UTC milliseconds since 1970; text compares by its bytes.

-- People who log in. To let a forgotten admin in again: delete all rows and start a node, which prints a set-up link.
CREATE TABLE account (
  name        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  password    VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, -- bcrypt
  role        VARCHAR(16)   NOT NULL, -- VIEWER, OPERATOR, ADMIN
  job_groups  VARCHAR(6000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, -- comma-separated; '' = all
  version     BIGINT        NOT NULL, -- sessions that were opened under an older one are over
  PRIMARY KEY (name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Logins. Of the secret in the browser's cookie only the SHA-256 is kept.
CREATE TABLE login_session (
  digest          CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_name       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_version BIGINT NOT NULL,
  expires_at      BIGINT NOT NULL,
  PRIMARY KEY (digest)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Tokens of programs, as SHA-256 as well.
CREATE TABLE api_token (
  id         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  label      VARCHAR(100)  NOT NULL,
  digest     CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  role       VARCHAR(16)   NOT NULL,
  job_groups VARCHAR(6000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  made_by    VARCHAR(110)  NOT NULL,
  made_at    BIGINT        NOT NULL,
  expires_at BIGINT        NULL,
  PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE UNIQUE INDEX api_token_by_digest ON api_token (digest);

-- Every change: who, when, from where, what, before and after. Only added to, and cut at its old end.
CREATE TABLE audit (
  id          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, -- begins with the time
  made_at     BIGINT       NOT NULL,
  who         VARCHAR(110) NOT NULL,
  origin      VARCHAR(64)  NOT NULL,
  action      VARCHAR(40)  NOT NULL,
  subject     VARCHAR(300) NOT NULL,
  before_text MEDIUMTEXT   NOT NULL,
  after_text  MEDIUMTEXT   NOT NULL,
  PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What runs said, some lines a row, so that a flush of many runs is few rows and one commit. A line of text holds a line
-- of the log: milliseconds, level and words, a space between.
CREATE TABLE run_log (
  task_id    VARCHAR(280) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempt    INT        NOT NULL,
  first_line BIGINT     NOT NULL,
  last_line  BIGINT     NOT NULL,
  text       MEDIUMTEXT NOT NULL,
  PRIMARY KEY (task_id, attempt, first_line)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How far runs said they were.
CREATE TABLE run_progress (
  task_id VARCHAR(280) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempt INT          NOT NULL,
  percent INT          NOT NULL,
  message VARCHAR(200) NOT NULL,
  at      BIGINT       NOT NULL,
  PRIMARY KEY (task_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
