/**
 * Where tasks go: the view of the cluster, the decision, and the sending.
 */
@NullMarked
package io.baton.application.place;

import org.jspecify.annotations.NullMarked;
