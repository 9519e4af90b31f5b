package io.baton.resilience.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What docs/operations.md tells operators to run is what the scene of it runs. */
class OperationsPageTest {
    @Test
    void the_statements_after_a_restore_are_those_that_the_scene_runs() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "operations.md")))
                .contains("```sql\n" + Restored.statements() + "```");
    }
}
