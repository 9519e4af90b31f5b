/**
 * Says of a history of events whether the guarantees held. It knows neither Baton's schedules nor Quartz.
 */
@NullMarked
package io.baton.resilience.checker;

import org.jspecify.annotations.NullMarked;
