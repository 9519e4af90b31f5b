package io.baton.application.office;

import io.baton.application.Ports;
import io.baton.application.Surroundings;
import io.baton.application.access.Admission;
import io.baton.application.access.AuditBook;
import io.baton.application.access.Authentication;
import io.baton.application.access.Login;
import io.baton.application.access.ManageTokens;
import io.baton.application.access.ManageUsers;
import io.baton.application.access.Secrets;
import io.baton.application.access.SetUp;
import io.baton.application.core.Desk;
import io.baton.domain.port.Passwords;
import java.util.Optional;
import java.util.function.Function;

/** Everything that a driving adapter such as the console may call. */
public record Office(Entrance entrance, People people, Counters counters) {

    /** Who comes in. */
    public record Entrance(Admission admission, Login login, SetUp setUp) {}

    /** Who there is, and who did what. */
    public record People(ManageUsers users, ManageTokens tokens, AuditBook audit) {}

    /** What there is to do. */
    public record Counters(JobOffice jobs, RunOffice runs, ClusterOffice cluster, LetterOffice letters) {}

    /**
     * What the office needs beside the node.
     *
     * @param ownToken an admin token of this node's settings
     * @param json writes a tree, for the audit
     */
    public record Supplies(
            Passwords passwords, Secrets secrets, Optional<String> ownToken, Function<Object, String> json) {}

    public static Office of(Desk desk, Ports.Office ports, Surroundings surroundings, Supplies supplies) {
        AuditBook audit = new AuditBook(ports.audit(), surroundings);
        Login login = new Login(
                new Login.Stores(ports.accounts(), ports.sessions(), supplies.passwords()),
                supplies.secrets(),
                surroundings,
                audit);
        Authentication authentication = new Authentication(
                new Authentication.Stores(ports.accounts(), ports.sessions(), ports.tokens()),
                supplies.ownToken(),
                surroundings);
        Entrance entrance = new Entrance(
                new Admission(authentication, surroundings.nanos()),
                login,
                new SetUp(new SetUp.Stores(ports.accounts(), supplies.passwords()), login, audit, surroundings));
        People people = new People(
                new ManageUsers(ports.accounts(), ports.sessions(), supplies.passwords(), audit),
                new ManageTokens(ports.tokens(), supplies.secrets(), surroundings, audit),
                audit);
        Counters counters = new Counters(
                new JobOffice(desk, ports.versions(), audit, supplies.json()),
                new RunOffice(desk, ports.logs(), audit),
                new ClusterOffice(desk, audit),
                new LetterOffice(desk.look().readings(), desk.work().run(), audit));
        return new Office(entrance, people, counters);
    }
}
