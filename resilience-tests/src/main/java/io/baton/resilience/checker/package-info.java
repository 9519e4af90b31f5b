/**
 * Says of a history of events whether the guarantees held. It knows neither Baton's schedules nor Quartz, indeed nothing of
 * Baton at all: names are text, times are milliseconds.
 *
 * <p>A <b>history</b> is what was promised (the definitions of jobs), what happened (events in their one true order) and
 * what was left at the end. Who makes one, the simulation or a scene over real processes, does not matter here. A
 * <b>rule</b> finds violations in it; a <b>verdict</b> is what all rules found. Histories are files of lines, so that they
 * can be checked again off-line: {@link io.baton.resilience.checker.CheckHistory}.
 */
@NullMarked
package io.baton.resilience.checker;

import org.jspecify.annotations.NullMarked;
