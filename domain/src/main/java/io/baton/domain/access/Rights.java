package io.baton.domain.access;

/** What somebody may do, and to which job groups. An admin's groups are all groups. */
public record Rights(Role role, Scope scope) {
    public static final Rights ADMIN = new Rights(Role.ADMIN, Scope.ALL);

    public Rights {
        if (role == Role.ADMIN && !scope.all()) {
            throw new IllegalArgumentException(
                    "groups: an admin is for all groups; give a viewer or an operator the groups " + scope.groups());
        }
    }

    /** For people: {@code operator of A,B}. */
    public String words() {
        String word = role.name().toLowerCase(java.util.Locale.ROOT);
        return scope.all() ? word : word + " of " + scope.text();
    }
}
