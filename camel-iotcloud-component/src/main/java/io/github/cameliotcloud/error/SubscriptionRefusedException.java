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
package io.github.cameliotcloud.error;

/** The cloud answered SUBSCRIBE with 0x80, or not in time: the product has no such topic or gives no permission. */
public class SubscriptionRefusedException extends IotCloudException {

    private final String topicFilter;

    /**
     * @param topicFilter the filter that was refused
     * @param reason      what the cloud did
     * @param cause       what lies below, may be null
     */
    public SubscriptionRefusedException(String topicFilter, String reason, Throwable cause) {
        super(
                "subscription to " + topicFilter + " " + reason
                        + ": check in the console that the product defines this topic with permission to subscribe",
                cause);
        this.topicFilter = topicFilter;
    }

    /** @return the filter that was refused */
    public String topicFilter() {
        return topicFilter;
    }
}
