package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.JobVersions.JobVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code JobVersions}: what each version of a definition was. */
public abstract class JobVersionsContract extends WhatContract {
    private List<JobVersion> versions(JobKey key) {
        return second().office().versions().of(key, 100);
    }

    @Test
    void E1_every_change_leaves_a_version_and_the_newest_comes_first() {
        Job one = saved("DEMO.changes", Jobs.plain());
        Job two = first().jobs().enable(one.key(), false).orElseThrow();
        Job other = saved("DEMO.other", Jobs.plain());

        assertThat(versions(one.key())).containsExactly(new JobVersion(two, false), new JobVersion(one, false));
        assertThat(versions(other.key())).containsExactly(new JobVersion(other, false));
        assertThat(second().office().versions().of(one.key(), 1)).containsExactly(new JobVersion(two, false));
        assertThat(second().office().versions().find(one.key(), 1)).contains(new JobVersion(one, false));
        assertThat(second().office().versions().find(one.key(), 3)).isEmpty();
    }

    @Test
    void E1_a_deleted_jobs_versions_stay_and_one_made_again_continues_them() {
        Job one = saved("DEMO.gone", Jobs.plain());
        first().jobs().delete(one.key());

        List<JobVersion> versions = versions(one.key());
        assertThat(versions).hasSize(2);
        assertThat(versions.get(0).deleted()).isTrue();
        assertThat(versions.get(0).job().version()).isEqualTo(2);
        assertThat(versions.get(1)).isEqualTo(new JobVersion(one, false));

        Job again = saved("DEMO.gone", Jobs.plain());
        assertThat(versions(one.key()).get(0)).isEqualTo(new JobVersion(again, false));
        assertThat(again.version()).isEqualTo(3);
    }

    @Test
    void E2_of_an_unknown_job_there_are_none() {
        assertThat(versions(JobKey.parse("DEMO.unknown"))).isEmpty();
    }
}
