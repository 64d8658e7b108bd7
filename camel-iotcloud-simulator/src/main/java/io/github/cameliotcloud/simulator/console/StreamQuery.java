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
package io.github.cameliotcloud.simulator.console;

import java.util.Locale;

import io.vertx.core.MultiMap;

/**
 * What one browser wants to see.
 *
 * @param filter part of {@code PRODUCT/DEVICE} in lower case; empty for all
 * @param onlineOnly whether to leave out devices without connection
 * @param page counts from 1
 * @param product the selected device's product, empty for none
 * @param device the selected device's name, empty for none
 * @param allPackets whether to log packets of all clients, not only of the selected device
 */
record StreamQuery(String filter, boolean onlineOnly, int page, String product, String device, boolean allPackets) {

    /** @throws ConsoleException when the page is no number */
    static StreamQuery of(MultiMap parameters) {
        String selected = parameters.contains("device") ? parameters.get("device") : "";
        int slash = selected.indexOf('/');
        return new StreamQuery(
                parameters.contains("filter") ? parameters.get("filter").strip().toLowerCase(Locale.ROOT) : "",
                "true".equals(parameters.get("online")),
                page(parameters.get("page")),
                slash < 0 ? "" : selected.substring(0, slash),
                slash < 0 ? "" : selected.substring(slash + 1),
                "all".equals(parameters.get("log")));
    }

    private static int page(String text) {
        try {
            return text == null ? 1 : Math.max(1, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new ConsoleException(400, "The page is a number from 1.");
        }
    }

    boolean wantsPacketsOf(String clientId) {
        return allPackets
                || (clientId != null
                        && clientId.length() == product.length() + device.length()
                        && clientId.startsWith(product)
                        && clientId.endsWith(device)
                        && !device.isEmpty());
    }
}
