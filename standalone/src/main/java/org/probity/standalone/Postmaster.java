package org.probity.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The running server process of one database directory, found by its {@code postmaster.pid}.
 *
 * <p>PostgreSQL is a process of its own and survives a JVM that is killed. Its process id may since have been given to
 * something else, even to the PostgreSQL of somebody else, so the process must also be a postgres that was started on
 * this very directory.
 */
record Postmaster(ProcessHandle process) {

    /** The server that runs on the directory, if there is one. */
    static Optional<Postmaster> on(Path database) {
        return pidIn(database)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> isPostgresOn(database, process.info()))
                .map(Postmaster::new);
    }

    private static Optional<Long> pidIn(Path database) {
        try {
            List<String> lines = Files.readAllLines(database.resolve("postmaster.pid"));
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.valueOf(lines.getFirst().trim()));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPostgresOn(Path database, ProcessHandle.Info info) {
        boolean isPostgres = info.command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
                .isPresent();
        // Windows does not tell the arguments of a process; there the name has to be enough.
        return isPostgres
                && info.arguments()
                        .map(arguments -> Arrays.asList(arguments).contains(database.toString()))
                        .orElse(true);
    }

    /**
     * Fast shutdown: sessions end, open transactions are rolled back, everything committed is kept.
     *
     * @return whether the server has ended within the time
     */
    boolean stop(Duration atMost) throws InterruptedException {
        try {
            interrupt();
            process.onExit().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Java can only send SIGTERM, on which PostgreSQL waits for its sessions to end; SIGINT is its fast shutdown. On
     * Windows signals are sent by {@code pg_ctl}, which elsewhere refuses to work for root; every shell has a kill of its
     * own, a small machine may have no other.
     */
    private void interrupt() throws IOException, InterruptedException {
        String pid = Long.toString(process.pid());
        Optional<String> command = process.info().command().filter(path -> path.endsWith(".exe"));
        ProcessBuilder signal = command.isPresent()
                ? new ProcessBuilder(
                        Path.of(command.get()).resolveSibling("pg_ctl.exe").toString(), "kill", "INT", pid)
                : new ProcessBuilder("sh", "-c", "kill -INT " + pid);
        signal.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
