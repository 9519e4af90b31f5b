-- Which programs may work on tables newer than they know: mark tables.V.open-to is the least version of tables that a program
-- must know to work on those of version V. Each migration that nodes of the version before can live with writes its own; without
-- it they are refused at their start.
INSERT INTO mark (name, text) VALUES ('tables.6.open-to', '5');
