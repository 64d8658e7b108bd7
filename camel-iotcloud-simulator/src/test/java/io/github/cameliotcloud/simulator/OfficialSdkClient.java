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

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.iotcloud.v20210408.IotcloudClient;

/** The cloud's own API client, with another endpoint. The page about the cloud API shows what is between the marks. */
final class OfficialSdkClient {

    private OfficialSdkClient() {}

    static IotcloudClient of(IotCloudSimulator simulator, String secretId, String secretKey) {
        // begin sdk
        HttpProfile http = new HttpProfile();
        http.setProtocol(HttpProfile.REQ_HTTP);
        http.setEndpoint("127.0.0.1:" + simulator.httpPort());
        ClientProfile profile = new ClientProfile();
        profile.setHttpProfile(http);
        IotcloudClient client = new IotcloudClient(new Credential(secretId, secretKey), "ap-guangzhou", profile);
        // end
        return client;
    }
}
