package io.baton.architecture.planted.web;

import io.baton.architecture.planted.contracts.SampleRows;

/** A shipped class that needs a contract. */
public final class TestUser {
    SampleRows rows = new SampleRows();
}
