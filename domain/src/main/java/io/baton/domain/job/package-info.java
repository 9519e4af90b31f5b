/**
 * <b>Job</b>: a definition: what to run, when, and where it may run. Its key is {@code GROUP.NAME}. Its
 * <b>version</b> grows with each change; a due time belongs to the version that was in force at it.
 */
@NullMarked
package io.baton.domain.job;

import org.jspecify.annotations.NullMarked;
