package io.baton.bootstrap.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bootstrap.demo.DemoTask;
import io.baton.domain.target.InvocationTarget;
import io.baton.domain.target.TargetSyntaxException;
import io.baton.fuzzing.AttackStrings;
import io.baton.fuzzing.Tripwire;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Strings that made other schedulers run code: none resolves, and none as much as loads a class. */
class PayloadCorpusTest {
    private static final List<String> NAMES = List.of(
            "java.lang.Runtime.exec",
            "java.lang.Runtime.getRuntime",
            "java.lang.Runtime.load",
            "java.lang.System.exit",
            "java.lang.System.setProperty",
            "java.lang.System.load",
            "java.lang.Class.forName",
            "java.lang.ProcessBuilder.start",
            "java.lang.ClassLoader.loadClass",
            "java.lang.Thread.sleep",
            "java.net.URL.openStream",
            "java.net.URLClassLoader.newInstance",
            "java.io.File.delete",
            "java.nio.file.Files.readString",
            "java.beans.XMLDecoder.readObject",
            "java.io.ObjectInputStream.readObject",
            "java.rmi.Naming.lookup",
            "java.util.logging.FileHandler.publish",
            "javax.naming.InitialContext.lookup",
            "javax.naming.InitialContext.doLookup",
            "javax.script.ScriptEngineManager.getEngineByName",
            "javax.management.loading.MLet.addURL",
            "javax.el.ELProcessor.eval",
            "com.sun.rowset.JdbcRowSetImpl.setDataSourceName",
            "com.sun.jndi.ldap.LdapCtx.lookup",
            "sun.misc.Unsafe.getUnsafe",
            "jdk.jshell.JShell.eval",
            "org.yaml.snakeyaml.Yaml.load",
            "org.springframework.jndi.JndiLocatorDelegate.lookup",
            "org.springframework.jndi.JndiTemplate.lookup",
            "org.springframework.jdbc.core.JdbcTemplate.execute",
            "org.springframework.expression.spel.standard.SpelExpressionParser.parseRaw",
            "org.springframework.context.support.ClassPathXmlApplicationContext.refresh",
            "org.springframework.context.support.FileSystemXmlApplicationContext.setConfigLocation",
            "org.apache.velocity.runtime.RuntimeInstance.init",
            "org.apache.commons.io.FileUtils.deleteDirectory",
            "org.h2.tools.RunScript.execute",
            "org.h2.Driver.connect",
            "groovy.lang.GroovyShell.evaluate",
            "ognl.Ognl.getValue",
            "bsh.Interpreter.eval",
            "jdbcTemplate.execute",
            "dataSource.getConnection",
            "environment.getProperty",
            "systemProperties.put",
            "org.springframework.context.annotation.internalConfigurationAnnotationProcessor.toString",
            "demoTask.getClass",
            "demoTask.hashCode",
            "demoTask.wait",
            "demoTask.class",
            "io.baton.bootstrap.demo.DemoTask.greet",
            "io.baton.bootstrap.Main.main",
            "io.baton.bootstrap.tasks.fixture.Bomb.explode",
            "io.baton.bootstrap.tasks.fixture.Bomb.toString");
    private static final List<String> ARGUMENTS = List.of(
            "",
            "()",
            "('ldap://127.0.0.1:1/x')",
            "(\"rmi://127.0.0.1:1/x\")",
            "('!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1/x\"]]]]')");
    private static final List<String> MALFORMED = List.of(
            "${jndi:ldap://127.0.0.1/x}.a",
            "#{T(java.lang.Runtime).getRuntime().exec('x')}",
            "T(java.lang.Runtime).getRuntime()",
            "java.lang.Runtime.getRuntime().exec('x')",
            "new java.lang.ProcessBuilder('x').start()",
            "demoTask.greet('a').toString()",
            "demoTask.greet('a'); java.lang.System.exit(1)",
            "demoTask..greet('a')",
            ".greet('a')",
            "demoTask.greet('a'",
            "demoTask.greet('a')('b')",
            "demoTask.greet(java.lang.String.valueOf(1))",
            "demoTask.greet(new String('a'))",
            "demoTask.greet(#root)",
            "../demoTask.greet('a')",
            "demoTask/greet('a')",
            "demoTask\u0000.greet('a')x");

    @Test
    void none_of_at_least_300_payloads_resolves_or_loads_a_class() throws Exception {
        TargetRegistry registry =
                TargetRegistry.builder().object("demoTask", new DemoTask()).build();
        List<String> asked = new ArrayList<>();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (var spy = new SpyLoader(before, asked)) {
            thread.setContextClassLoader(spy);
            List<String> payloads = payloads();

            assertThat(payloads).hasSizeGreaterThanOrEqualTo(300);
            assertThat(payloads.stream().filter(payload -> resolves(registry, payload)))
                    .isEmpty();
        } finally {
            thread.setContextClassLoader(before);
        }
        assertThat(asked).isEmpty();
        assertThat(System.getProperty("baton.test.bomb")).isNull();
        assertThat(System.getProperty(Tripwire.PROPERTY)).isNull();
    }

    private static List<String> payloads() {
        List<String> payloads = new ArrayList<>(MALFORMED);
        payloads.addAll(AttackStrings.all());
        NAMES.forEach(name -> ARGUMENTS.forEach(arguments -> payloads.add(name + arguments)));
        return payloads;
    }

    private static boolean resolves(TargetRegistry registry, String payload) {
        try {
            return registry.resolve(InvocationTarget.parse(payload)).code().isPresent();
        } catch (TargetSyntaxException refused) {
            return false;
        }
    }

    /** Notes what anybody asks the thread's loader for. */
    private static final class SpyLoader extends java.net.URLClassLoader {
        private final List<String> asked;

        SpyLoader(ClassLoader parent, List<String> asked) {
            super(new java.net.URL[0], parent);
            this.asked = asked;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            asked.add(name);
            return super.loadClass(name, resolve);
        }
    }
}
