/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.cameliotcloud.simulator.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.function.Supplier;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One MVStore file with maps of JSON texts. Thread-safe; changes follow one another, each is in the file as a whole. */
final class StoreFile {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);
    private static final String ABOUT = "about";
    private static final String FORMAT = "format";
    private static final String FORMAT_1 = "camel-iotcloud-simulator 1";

    private final Path path;
    private final MVStore store;
    private final StoreThread thread = new StoreThread();

    private StoreFile(Path path, MVStore store) {
        this.path = path;
        this.store = store;
    }

    static StoreFile open(Path path) {
        create(path);
        try {
            MVStore store = new MVStore.Builder()
                    .fileName(path.toAbsolutePath().toString())
                    .autoCommitDisabled()
                    .open();
            // what is replaced may be overwritten at once: it only matters when the machine loses power
            store.setRetentionTime(0);
            store.setVersionsToKeep(0);
            return checked(path, store);
        } catch (MVStoreException e) {
            throw new StoreException(
                    e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                            ? "The store " + path + " is in use by another simulator; stop it, or name another file."
                            : "The file " + path + " is no store of a simulator, or is damaged; name another file.",
                    e);
        }
    }

    // MVStore makes a file too, but with the permissions of the process
    private static void create(Path path) {
        Path absolute = path.toAbsolutePath();
        try {
            Files.createDirectories(absolute.getParent());
            boolean posix =
                    absolute.getFileSystem().supportedFileAttributeViews().contains("posix");
            Files.createFile(
                    absolute,
                    posix
                            ? new FileAttribute<?>[] {
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                            }
                            : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("The store {} is there already", path);
        } catch (IOException e) {
            throw new StoreException("The store " + path + " cannot be written; name a file that can.", e);
        }
        if (!Files.isRegularFile(absolute) || !Files.isWritable(absolute)) {
            throw new StoreException("The store " + path + " cannot be written; name a file that can.", null);
        }
    }

    private static StoreFile checked(Path path, MVStore store) {
        boolean unused = store.getMapNames().isEmpty();
        Map<String, String> about = unused || store.hasMap(ABOUT) ? store.openMap(ABOUT) : Map.of();
        if (unused) {
            about.put(FORMAT, FORMAT_1);
            store.commit();
        } else if (!FORMAT_1.equals(about.get(FORMAT))) {
            store.closeImmediately();
            throw new StoreException(
                    "The file " + path + " is no store of this version of the simulator; name another file.", null);
        }
        return new StoreFile(path, store);
    }

    /** A map to use in {@link #read}, {@link #write} and {@link #writeLater} only. */
    Map<String, String> map(String name) {
        return read(() -> store.openMap(name));
    }

    <T> T read(Supplier<T> action) {
        return thread.call(() -> guarded(action));
    }

    /** Makes changes that survive once this returns. */
    void write(Runnable changes) {
        thread.call(() -> guarded(() -> {
            changes.run();
            return store.commit();
        }));
    }

    /** Makes changes, some time; they survive once a later {@link #write} returns, or {@link #close}. */
    void writeLater(Runnable changes) {
        thread.execute(changes);
    }

    private <T> T guarded(Supplier<T> action) {
        try {
            return action.get();
        } catch (MVStoreException e) {
            throw new StoreException("The store " + path + " failed; what it was to keep is not done.", e);
        }
    }

    void close() {
        thread.close(store::close);
    }
}
