@NullMarked
package io.baton.bootstrap.tls;

import org.jspecify.annotations.NullMarked;
