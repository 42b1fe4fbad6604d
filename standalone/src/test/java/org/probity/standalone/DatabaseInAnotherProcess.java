package org.probity.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Holds an embedded database in a JVM of its own, which a test can kill. */
final class DatabaseInAnotherProcess implements AutoCloseable {

    private final Process process;
    private final String url;

    private DatabaseInAnotherProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Returns when the database in the other process answers. */
    static DatabaseInAnotherProcess start(Path data) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseInAnotherProcess.class.getName(),
                        data.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.startsWith("jdbc:")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the other process ended");
        }
        return new DatabaseInAnotherProcess(process, line);
    }

    String url() {
        return url;
    }

    /** As {@code kill -9} does: no shutdown hook runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The other process: starts, tells the address, and stays until it is killed. */
    public static void main(String[] args) throws IOException {
        EmbeddedDatabase database = EmbeddedDatabase.start(DataDirectory.take(Path.of(args[0])));
        System.out.println(database.url());
        while (System.in.read() >= 0) {
            // the test ends this by ending the process
        }
    }
}
