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
package io.github.cameliotcloud.simulator;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import picocli.CommandLine.ITypeConverter;

/** Reads the values of options. */
final class OptionValues {

    private OptionValues() {}

    /** A value that cannot be read; the message goes on after the name of the option. */
    static final class BadValueException extends Exception {

        private static final long serialVersionUID = 1L;

        BadValueException(String message) {
            super(message);
        }

        IllegalArgumentException forOption(String name) {
            return new IllegalArgumentException("Option " + name + " " + getMessage());
        }
    }

    static final class Port implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String value) throws BadValueException {
            try {
                return Requirements.port(Integer.parseInt(value));
            } catch (IllegalArgumentException e) {
                throw new BadValueException("needs a port from 0 to 65535, not " + value + ".");
            }
        }
    }

    // the secret comes last as Base64 may hold slashes
    static final class Device implements ITypeConverter<SimulatorOptions.NamedDevice> {

        @Override
        public SimulatorOptions.NamedDevice convert(String value) throws BadValueException {
            String[] parts = value.split("/", 3);
            if (parts.length < 3) {
                throw new BadValueException("needs PRODUCT/DEVICE/SECRET.");
            }
            return new SimulatorOptions.NamedDevice(parts[0], parts[1], parts[2]);
        }
    }

    static final class CertificateDevice implements ITypeConverter<DeviceIdentity> {

        @Override
        public DeviceIdentity convert(String value) throws BadValueException {
            String[] parts = value.split("/", 2);
            if (parts.length < 2) {
                throw new BadValueException("needs PRODUCT/DEVICE.");
            }
            return new DeviceIdentity(parts[0], parts[1]);
        }
    }

    static final class Account implements ITypeConverter<SimulatorOptions.Account> {

        @Override
        public SimulatorOptions.Account convert(String value) throws BadValueException {
            String[] parts = value.split("/", 2);
            if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
                throw new BadValueException("needs ID/KEY.");
            }
            return new SimulatorOptions.Account(parts[0], parts[1]);
        }
    }

    static final class Directory implements ITypeConverter<Path> {

        @Override
        public Path convert(String value) throws BadValueException {
            return path(value, "needs a directory, not ");
        }
    }

    static final class File implements ITypeConverter<Path> {

        @Override
        public Path convert(String value) throws BadValueException {
            return path(value, "needs a file, not ");
        }
    }

    private static Path path(String value, String need) throws BadValueException {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new BadValueException(need + value + ".");
        }
    }
}
