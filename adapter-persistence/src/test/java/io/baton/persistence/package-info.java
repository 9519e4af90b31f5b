/** Tests of the SQL adapter: the contracts of its ports on H2 and MariaDB, and what is its own. */
@NullMarked
package io.baton.persistence;

import org.jspecify.annotations.NullMarked;
