-- All that is read every few seconds to see whether any definition changed.
CREATE INDEX job_stamp ON job (deleted, version, effective_from);
