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
package io.github.cameliotcloud.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvReadException;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.auth.DeviceSecret;
import io.github.cameliotcloud.error.InvalidOptionException;

/** Reads the lines of a fleet's CSV file; each message names the line and what to change, and never shows a secret. */
final class FleetFileReader {

    private static final String OPTION = "fleet";
    private static final Set<List<String>> HEADINGS =
            Set.of(List.of("product", "device"), List.of("product", "device", "secret"));
    private static final ObjectReader LINES = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build()
            .readerForListOf(String.class);

    private final String name;
    private final Map<DeviceIdentity, String> secrets = new LinkedHashMap<>();

    FleetFileReader(String name) {
        this.name = name;
    }

    /** @return the devices in the order of the file; the value is the secret, or null */
    Map<DeviceIdentity, String> read(InputStream csv) throws IOException {
        try (MappingIterator<List<String>> lines = LINES.readValues(csv)) {
            List<String> heading = lines.hasNext() ? lines.next() : List.of();
            if (!HEADINGS.contains(heading)) {
                throw wrong(1, "has to name the columns: product,device or product,device,secret");
            }
            while (lines.hasNext()) {
                int number = lines.getCurrentLocation().getLineNr();
                add(number, heading.size(), lines.next());
            }
            return secrets;
        } catch (CsvReadException | RuntimeJsonMappingException e) {
            throw InvalidOptionException.secret(
                    OPTION, "the file " + name + " is not CSV; close each quote, and put one device on a line");
        }
    }

    private void add(int number, int columns, List<String> line) {
        if (line.size() != columns) {
            throw wrong(number, "has " + line.size() + " values, but the first line names " + columns + " columns");
        }
        try {
            DeviceIdentity device = new DeviceIdentity(line.get(0), line.get(1));
            String secret = columns == 2 ? null : line.get(2);
            if (secret != null) {
                DeviceSecret.parse(secret);
            }
            if (secrets.containsKey(device)) {
                throw wrong(number, "repeats device " + device + "; leave one of them out");
            }
            secrets.put(device, secret);
        } catch (InvalidOptionException e) {
            throw wrong(number, "is wrong: " + e.getMessage());
        }
    }

    private InvalidOptionException wrong(int number, String what) {
        return InvalidOptionException.secret(OPTION, "line " + number + " of " + name + " " + what);
    }
}
