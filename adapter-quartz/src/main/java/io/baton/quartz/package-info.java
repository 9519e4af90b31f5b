/**
 * <b>When</b>: Quartz as the clock that fires, Quartz's calendar behind cron expressions, and the measurement of this
 * process's load. Nothing of Quartz is kept on disk, and no job is known to it but as a name and an instant.
 */
@NullMarked
package io.baton.quartz;

import org.jspecify.annotations.NullMarked;
