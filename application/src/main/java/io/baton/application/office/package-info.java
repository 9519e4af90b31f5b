/**
 * What people and programs may ask of a node: every request with who asks, whether they may, and an entry in the audit if
 * it changed something. Driving adapters call these, and never the use cases behind them.
 */
@NullMarked
package io.baton.application.office;

import org.jspecify.annotations.NullMarked;
