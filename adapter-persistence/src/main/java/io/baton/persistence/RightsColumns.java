package io.baton.persistence;

import io.baton.domain.access.Rights;
import io.baton.domain.access.Role;
import io.baton.domain.access.Scope;

/** Rights as two columns. */
final class RightsColumns {
    private RightsColumns() {}

    static Rights read(String role, String groups) {
        return new Rights(Role.valueOf(role), Scope.parse(groups));
    }
}
