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
package io.github.cameliotcloud;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The rooms and who may call whom (design section 3). */
@AnalyzeClasses(
        packages = "io.github.cameliotcloud",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.OfTheComponent.class})
class ArchitectureTest {

    private static final String BASE = "io.github.cameliotcloud";

    @ArchTest
    static final ArchRule roomsCallEachOtherInOneDirection = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(BASE + "..")
            .layer("top")
            .definedBy(BASE)
            .layer("shadow")
            .definedBy(BASE + ".shadow")
            .layer("fleet")
            .definedBy(BASE + ".fleet")
            .layer("session")
            .definedBy(BASE + ".session")
            .layer("auth")
            .definedBy(BASE + ".auth")
            .layer("error")
            .definedBy(BASE + ".error")
            .layer("transports")
            .definedBy(BASE + ".transport..")
            .whereLayer("top")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("transports")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("shadow")
            .mayOnlyBeAccessedByLayers("top")
            .whereLayer("fleet")
            .mayOnlyBeAccessedByLayers("top")
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("top", "shadow", "transports")
            .whereLayer("auth")
            .mayOnlyBeAccessedByLayers("top", "fleet", "shadow", "session", "transports");

    @ArchTest
    static final ArchRule thereAreNoCycles =
            slices().matching(BASE + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule errorsKnowNothingOfOurs = noClasses()
            .that()
            .resideInAPackage(BASE + ".error")
            .should()
            .dependOnClassesThat(resideInAPackage(BASE + "..")
                    .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAPackage(BASE + ".error"))));

    @ArchTest
    static final ArchRule camelIsUsedAtTheTopOnly = noClasses()
            .that()
            .resideInAnyPackage(
                    BASE + ".fleet",
                    BASE + ".shadow",
                    BASE + ".session",
                    BASE + ".auth",
                    BASE + ".error",
                    BASE + ".transport.hivemq")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule pahoTransportKnowsCamelPahoAndNoOtherPartOfCamel = noClasses()
            .that()
            .resideInAPackage(BASE + ".transport.paho")
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.camel..")
                    .and(com.tngtech.archunit.base.DescribedPredicate.not(
                            resideInAPackage("org.apache.camel.component.paho.."))));

    @ArchTest
    static final ArchRule hivemqIsImportedInOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".transport.hivemq")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.hivemq..");

    @ArchTest
    static final ArchRule pahoIsImportedInOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".transport.paho")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.paho..", "org.apache.camel.component.paho..");

    @ArchTest
    static final ArchRule micrometerIsImportedInOneClass = noClasses()
            .that()
            .doNotHaveSimpleName("MicrometerMeters")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    @ArchTest
    static final ArchRule theComponentDoesNotKnowTheSimulator =
            noClasses().should().dependOnClassesThat().resideInAPackage(BASE + ".simulator..");

    @ArchTest
    static final ArchRule thereIsNoStaticMutableState = noFields()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameNotEndingWith("UriFactory")
            .should()
            .beStatic()
            .andShould()
            .notBeFinal();

    @ArchTest
    static final ArchRule exceptionsLiveWithTheErrors =
            classes().that().areAssignableTo(Throwable.class).should().resideInAPackage(BASE + ".error");

    /** The simulator and the test infrastructure share the base package and are on the test class path. */
    static final class OfTheComponent implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/simulator/") && !location.contains("/testinfra/");
        }
    }
}
