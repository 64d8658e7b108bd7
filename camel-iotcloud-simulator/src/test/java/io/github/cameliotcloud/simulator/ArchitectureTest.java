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

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.github.cameliotcloud.simulator", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "io.github.cameliotcloud.simulator";

    @ArchTest
    static final ArchRule noCycles = slices().matching(BASE + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyNeedsTheTopPackage = noClasses()
            .that()
            .resideInAPackage(BASE + ".*..")
            .and()
            .resideOutsideOfPackage(BASE + ".junit5")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE);

    @ArchTest
    static final ArchRule onlyTheExtensionNeedsTestLibraries = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".junit5")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    BASE + ".junit5", "org.junit..", "org.opentest4j..", "org.assertj..", "org.awaitility..");

    @ArchTest
    static final ArchRule theExtensionUsesWhatUsersSee = noClasses()
            .that()
            .resideInAPackage(BASE + ".junit5")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    BASE + ".auth",
                    BASE + ".device",
                    BASE + ".http",
                    BASE + ".mqtt",
                    BASE + ".session",
                    BASE + ".shadow");

    @ArchTest
    static final ArchRule domainKnowsNoNetwork = noClasses()
            .that()
            .resideInAnyPackage(
                    BASE + ".application",
                    BASE + ".shadow",
                    BASE + ".signature",
                    BASE + ".auth",
                    BASE + ".device",
                    BASE + ".topic",
                    BASE + ".session",
                    BASE + ".limits")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..");

    @ArchTest
    static final ArchRule domainKnowsNoFile = noClasses()
            .that()
            .resideInAnyPackage(
                    BASE + ".application",
                    BASE + ".shadow",
                    BASE + ".signature",
                    BASE + ".auth",
                    BASE + ".device",
                    BASE + ".topic",
                    BASE + ".session")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + ".store", BASE + ".config", "java.nio.file..", "org.h2..");

    @ArchTest
    static final ArchRule onlyTheStoreKnowsMvStore = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".store")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.h2..");

    @ArchTest
    static final ArchRule configurationIsReadWithoutTheSimulator = classes()
            .that()
            .resideInAPackage(BASE + ".config")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(BASE + ".config", "java..", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule onlyTheProgramKnowsPicocli = noClasses()
            .that()
            .resideOutsideOfPackage(BASE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule shadowNeedsOnlyDeviceNames = classes()
            .that()
            .resideInAPackage(BASE + ".shadow")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(BASE + ".shadow", BASE + ".device", "java..", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule limitsNeedNothing = classes()
            .that()
            .resideInAPackage(BASE + ".limits")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(BASE + ".limits", "java..");

    static final ArchRule applicationsReachDevicesThroughAGateway = noClasses()
            .that()
            .resideInAPackage(BASE + ".application")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + ".http", BASE + ".mqtt", BASE + ".signature");

    @ArchTest
    static final ArchRule signaturesNeedOnlyTheJvm = classes()
            .that()
            .resideInAPackage(BASE + ".signature")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(BASE + ".signature", "java..", "javax.crypto..");

    @ArchTest
    static final ArchRule httpAndMqttDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage(BASE + ".http")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + ".mqtt");

    @ArchTest
    static final ArchRule onlyTheTopPackageKnowsTheConsole = noClasses()
            .that()
            .resideInAPackage(BASE + ".*..")
            .and()
            .resideOutsideOfPackage(BASE + ".console")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + ".console");

    @ArchTest
    static final ArchRule consoleAndCloudApiDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage(BASE + ".console")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + ".http");

    @ArchTest
    static final ArchRule nothingIsSharedWithTheComponent = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel..", "com.hivemq..", "org.eclipse.paho..");

    @ArchTest
    static final ArchRule onlyTheProgramAndTheReportOfAFailedTestWriteToTheConsole = noClasses()
            .that()
            .doNotHaveSimpleName("SimulatorMain")
            .and()
            .doNotHaveSimpleName("FailureReport")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");
}
