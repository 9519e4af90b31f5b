/** Each value of each job field, standalone and on three nodes: what CONTRACT §2 promises of it, seen in the ledger. */
package io.baton.bootstrap.fields;
