-- When the node that runs it took its message; NULL if none brought it, or it has not started. Nodes of the version before
-- leave it as it is, and read the table without it.
ALTER TABLE task ADD COLUMN taken_at BIGINT NULL;
