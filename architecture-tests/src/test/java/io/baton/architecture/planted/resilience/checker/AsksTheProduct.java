package io.baton.architecture.planted.resilience.checker;

import io.baton.architecture.planted.domain.schedule.DueDates;

/** A judge that asks the judged. */
public final class AsksTheProduct {
    DueDates expected = new DueDates();
}
