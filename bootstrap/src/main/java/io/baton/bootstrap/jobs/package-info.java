/**
 * Job files as plain trees: what a file says, before anybody asks whether it makes sense.
 */
@NullMarked
package io.baton.bootstrap.jobs;

import org.jspecify.annotations.NullMarked;
