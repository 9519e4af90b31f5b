/** A census of the settings: each is honoured, and each refuses what is not legal. */
package io.baton.bootstrap.census;
