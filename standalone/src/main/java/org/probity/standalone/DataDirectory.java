package org.probity.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Everything that outlives the process. It belongs to one process at a time: whoever holds the lock may stop a database
 * that is left over in it, since no living service can be using that.
 *
 * <p>The lock is the operating system's, so it is gone when its process is, however that ended.
 */
final class DataDirectory implements AutoCloseable {

    /**
     * Directories held by this JVM. File locks are per process, and closing a second channel on the lock file would give
     * up the first one's lock, so the file must not even be opened twice.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel lockFile;
    private final AtomicBoolean closed = new AtomicBoolean();

    private DataDirectory(Path directory, FileChannel lockFile) {
        this.directory = directory;
        this.lockFile = lockFile;
    }

    /**
     * Takes the directory, creating it when needed.
     *
     * @throws RefusedToStart when another process has it
     * @throws UncheckedIOException when it cannot be created or written
     */
    static DataDirectory take(Path wanted) {
        try {
            Path directory = create(wanted).toRealPath();
            if (!HELD_HERE.add(directory)) {
                throw inUse(directory);
            }
            FileChannel lockFile = null;
            boolean taken = false;
            try {
                lockFile = FileChannel.open(
                        directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lockFile.tryLock();
                if (lock == null) {
                    throw inUse(directory);
                }
                keepOutOfGit(directory);
                taken = true;
                return new DataDirectory(directory, lockFile);
            } finally {
                if (!taken) {
                    closeQuietly(lockFile);
                    HELD_HERE.remove(directory);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data directory " + wanted.toAbsolutePath(), e);
        }
    }

    /** For the owner alone, since it holds keys and the programs of the database. */
    private static Path create(Path wanted) throws IOException {
        if (Files.isDirectory(wanted)) {
            return wanted;
        }
        Path directory = Files.createDirectories(wanted);
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
        return directory;
    }

    private static RefusedToStart inUse(Path directory) {
        return new RefusedToStart(
                "The data directory " + directory + " is in use by another running Probity.",
                "Stop the other one, or give this one a directory of its own with --probity.data-dir=<directory>.");
    }

    /** Wherever the directory lies, its contents are nobody's source code. */
    private static void keepOutOfGit(Path directory) throws IOException {
        Path ignore = directory.resolve(".gitignore");
        if (Files.notExists(ignore)) {
            Files.writeString(ignore, "*\n");
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    Path resolve(String name) {
        return directory.resolve(name);
    }

    /** Gives the directory up for the next process. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(directory);
        }
    }
}
