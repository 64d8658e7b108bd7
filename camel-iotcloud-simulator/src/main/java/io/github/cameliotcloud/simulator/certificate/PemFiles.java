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
package io.github.cameliotcloud.simulator.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes PEM files. */
final class PemFiles {

    private PemFiles() {}

    static void write(Path directory, String name, String pem, FileAttribute<?>... attributes) {
        try {
            Path file = Files.createDirectories(directory).resolve(name);
            // an old file would keep its permissions
            Files.deleteIfExists(file);
            Files.writeString(Files.createFile(file, attributes), pem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file that only its owner may read. */
    static void writeSecret(Path directory, String name, String pem) {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        write(
                directory,
                name,
                pem,
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0]);
    }
}
