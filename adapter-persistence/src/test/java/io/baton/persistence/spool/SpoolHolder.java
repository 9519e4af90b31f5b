package io.baton.persistence.spool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** A process that keeps one end in a folder, says so, and lives until it is killed or its input ends. */
final class SpoolHolder {
    private SpoolHolder() {}

    public static void main(String[] folder) throws IOException {
        new FileResultSpool(Path.of(folder[0]), "demo").keep(List.of(FileResultSpoolTest.ended(1)));
        System.out.println("kept");
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
