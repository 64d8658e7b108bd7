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
package io.github.cameliotcloud.examples.rest;

import org.apache.camel.main.Main;

import io.github.cameliotcloud.error.Explanation;

/** The application: all it does is in {@code routes/request-reply.camel.yaml} and {@code application.properties}. */
public final class RequestReply {

    private RequestReply() {}

    public static void main(String[] args) {
        try {
            System.exit(application().run(args));
        } catch (Exception e) {
            System.err.println("request-reply: " + Explanation.of(e).orElse(e.toString()));
            System.exit(1);
        }
    }

    static Main application() {
        return new Main(RequestReply.class);
    }
}
