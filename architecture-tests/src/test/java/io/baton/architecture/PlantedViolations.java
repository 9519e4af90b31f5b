package io.baton.architecture;

import com.tngtech.archunit.lang.ArchRule;
import io.baton.architecture.planted.application.DomainReader;
import io.baton.architecture.planted.application.MemoryUser;
import io.baton.architecture.planted.application.RunsByItself;
import io.baton.architecture.planted.application.SeesLibrary;
import io.baton.architecture.planted.application.cycle.InCycle;
import io.baton.architecture.planted.domain.NameLoader;
import io.baton.architecture.planted.domain.Printer;
import io.baton.architecture.planted.domain.Sleeper;
import io.baton.architecture.planted.domain.TellsTime;
import io.baton.architecture.planted.domain.ThrowsDice;
import io.baton.architecture.planted.domain.UsesLibrary;
import io.baton.architecture.planted.domain.port.ClassPort;
import io.baton.architecture.planted.domain.port.DefaultPort;
import io.baton.architecture.planted.domain.port.UnheldPort;
import io.baton.architecture.planted.domain.port.UntestedPort;
import io.baton.architecture.planted.domain.port.WidePort;
import io.baton.architecture.planted.memory.Misnamed;
import io.baton.architecture.planted.memory.UsesApplication;
import io.baton.architecture.planted.redis.PutsByHand;
import io.baton.architecture.planted.redis.SendsByItself;
import io.baton.architecture.planted.redis.UsesMemory;
import io.baton.architecture.planted.resilience.checker.AsksTheProduct;
import io.baton.architecture.planted.stray.Stray;
import io.baton.architecture.planted.web.BlobReader;
import io.baton.architecture.planted.web.StrayTable;
import io.baton.architecture.planted.web.TestUser;
import io.baton.architecture.planted.web.WebUtil;
import java.util.List;
import java.util.Objects;

/** Which planted class breaks which rule. */
final class PlantedViolations {
    static final List<Planted> ALL = List.of(
            new Planted("every class has a place", Stray.class),
            new Planted("domain sees the JDK and the task API", UsesLibrary.class),
            new Planted("application sees the JDK, the domain and the task API", SeesLibrary.class),
            new Planted("driven adapters see the domain only", UsesApplication.class),
            new Planted("no adapter sees another", UsesMemory.class),
            new Planted("only bootstrap constructs adapters", MemoryUser.class),
            new Planted("packages of the core are free of cycles", InCycle.class),
            new Planted("nothing shipped sees what is there for tests", TestUser.class),
            new Planted("the checker has a calendar of its own", AsksTheProduct.class),
            new Planted("generated code stands in one package", StrayTable.class),
            new Planted("only the persistence adapter sees generated code", StrayTable.class),
            new Planted("classes are found by name in the target registry only", NameLoader.class),
            new Planted("no native deserialisation and no scripts", BlobReader.class),
            new Planted("time and chance come from outside", TellsTime.class),
            new Planted("time and chance come from outside", ThrowsDice.class),
            new Planted("the core does not sleep", Sleeper.class),
            new Planted("only bootstrap prints", Printer.class),
            new Planted("no element is put into a list of Redis but by a script", PutsByHand.class),
            new Planted("messages are sent by those who write them with the codec", SendsByItself.class),
            new Planted("the method of a task is called in one place", RunsByItself.class),
            new Planted("ports are interfaces", ClassPort.class),
            new Planted("ports have at most seven methods", WidePort.class),
            new Planted("ports have no default methods", DefaultPort.class),
            new Planted("every port has a contract", UnheldPort.class),
            new Planted("every port has a contract", UntestedPort.class),
            new Planted("no drawers", WebUtil.class),
            new Planted("adapters are named for their port", Misnamed.class));

    /** A planted class that breaks no rule: what a rule says of it would be a false alarm. */
    static final Class<?> INNOCENT = DomainReader.class;

    private PlantedViolations() {}

    /** The rule of that name in the set that is run; fails if it was deleted. */
    static ArchRule rule(Layout layout, String name) {
        return Objects.requireNonNull(Rules.of(layout).get(name), () -> "no rule is called '" + name + "'");
    }

    static int floor(String module) {
        return Objects.requireNonNull(Modules.FLOORS.get(module));
    }

    record Planted(String rule, Class<?> violator) {}
}
