/** The use cases of a node, over the ports of the domain; and the ports themselves, grouped by plane. */
@NullMarked
package io.baton.application;

import org.jspecify.annotations.NullMarked;
