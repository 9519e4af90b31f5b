/** Tests of the package of the same name. */
@NullMarked
package io.baton.domain.ledger;

import org.jspecify.annotations.NullMarked;
