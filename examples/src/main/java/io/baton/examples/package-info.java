/** Tasks to copy: a plain class, a Spring component, and a program that has a node inside. */
@NullMarked
package io.baton.examples;

import org.jspecify.annotations.NullMarked;
