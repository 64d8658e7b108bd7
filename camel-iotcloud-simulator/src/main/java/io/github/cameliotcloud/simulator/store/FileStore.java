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

import java.nio.file.Path;

/**
 * Keeps devices, shadows and persistent sessions in one file. What was answered is with the operating system before the
 * answer goes out, so it survives the end of the process, however abrupt; the file is not forced to the disk, so the last
 * answers may be lost when the machine loses power.
 */
public final class FileStore {

    private FileStore() {}

    /**
     * Opens a file, or makes it with the folders that are missing; only its owner may read it, as it holds the secrets of
     * devices.
     *
     * @throws StoreException when another simulator has it open, it is another kind of file, or cannot be written
     */
    public static SimulatorStore open(Path path) {
        StoreFile file = StoreFile.open(path);
        return new SimulatorStore(
                new FileDeviceStore(file), new FileSessionStore(file), new FileShadowStore(file), file::close);
    }
}
