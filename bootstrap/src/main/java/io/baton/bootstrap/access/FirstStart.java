package io.baton.bootstrap.access;

import io.baton.application.access.Secrets;
import io.baton.application.access.SetUp;
import io.baton.bootstrap.settings.HttpSettings;
import io.baton.domain.port.StoreUnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What a node says and does about people when it starts: nothing, once there is anybody. */
public final class FirstStart {
    private static final Logger LOG = System.getLogger(FirstStart.class.getName());

    private final SetUp setUp;
    private final Secrets secrets;
    private final HttpSettings settings;

    public FirstStart(SetUp setUp, Secrets secrets, HttpSettings settings) {
        this.setUp = setUp;
        this.secrets = secrets;
        this.settings = settings;
    }

    /**
     * Makes the user admin, if the settings give its password.
     *
     * @throws StoreUnavailableException if that password is not taken
     */
    public void unattended() {
        settings.adminPassword().ifPresent(password -> unattended(password.value()));
    }

    /** Prints the link that makes the first user. @param address where the console is */
    public void link(String address) {
        setUp.open(secrets)
                .ifPresent(secret -> LOG.log(
                        Level.INFO,
                        "no users yet: open {0}/setup?link={1} within an hour to make the first one",
                        address,
                        secret));
    }

    private void unattended(String password) {
        try {
            if (setUp.unattended(password)) {
                LOG.log(Level.INFO, "the user admin was made, with the password of BATON_ADMIN_PASSWORD");
            }
        } catch (IllegalArgumentException e) {
            throw new StoreUnavailableException("BATON_ADMIN_PASSWORD: " + e.getMessage(), false, e);
        }
    }
}
