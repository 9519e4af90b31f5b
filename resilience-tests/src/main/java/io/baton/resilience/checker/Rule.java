package io.baton.resilience.checker;

import java.util.List;

/** One sentence of what was promised, as a check. */
interface Rule {
    /** The name by which README and verdicts speak of it. */
    String name();

    /** What breaks it, in the order of the history. */
    List<Violation> check(History history);
}
