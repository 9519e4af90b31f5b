package io.baton.resilience.checker;

import java.util.ArrayList;
import java.util.List;

/** P7: where the frame asks for it, no first attempt starts later than the bound; runs that were asked for likewise. */
final class Punctual implements Rule {
    @Override
    public String name() {
        return "P7-punctual";
    }

    @Override
    public List<Violation> check(History history) {
        long bound = history.frame().bounds().late();
        List<Violation> found = new ArrayList<>();
        if (bound > 0) {
            Lateness.each(history).forEach((task, late) -> {
                if (late > bound && !history.promise(TaskName.of(task).job()).exclusive()) {
                    found.add(new Violation(
                            name(),
                            history.frame().begin(),
                            task,
                            "began " + late + " ms late, " + bound + " allowed"));
                }
            });
        }
        return found;
    }
}
