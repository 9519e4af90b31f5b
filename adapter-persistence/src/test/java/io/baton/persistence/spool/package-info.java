@NullMarked
package io.baton.persistence.spool;

import org.jspecify.annotations.NullMarked;
