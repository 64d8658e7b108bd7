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

import java.util.List;

import io.github.cameliotcloud.simulator.application.ApplicationSettings;
import io.github.cameliotcloud.simulator.signature.ApiAccount;

/**
 * How applications are served.
 *
 * @param accounts who may sign requests to the cloud API; without any, nobody has to
 * @param products products without devices at the start
 */
record ApiConfig(List<ApiAccount> accounts, List<String> products, ApplicationSettings settings) {}
