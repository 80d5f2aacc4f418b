# The hub in a container: Java alone, no shell needed, no root, nothing to write but /var/lib/tongwen and /tmp. docs/deploy.md tells how to run it.
FROM maven:3.9.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN mvn -B -q -Dmaven.test.skip=true -Denforcer.skip=true -Dspotless.check.skip=true -pl app -am package \
    && mkdir /opt/tongwen && cp app/target/tongwen-app-*.jar app/target/lib/*.jar app/target/tongwen-sbom.json /opt/tongwen/

FROM eclipse-temurin:17.0.15_6-jre-noble
COPY --from=build /opt/tongwen /opt/tongwen
RUN install -d -o 10001 -g 10001 /var/lib/tongwen
ENV LC_ALL=C.UTF-8
USER 10001:10001
WORKDIR /var/lib/tongwen
VOLUME ["/var/lib/tongwen"]
EXPOSE 8080
# Asks the hub itself, by the address of its own machine.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s \
    CMD ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp", "/opt/tongwen/*", "org.tongwen.app.Main", "health", "--hub", "http://127.0.0.1:8080"]
ENTRYPOINT ["java", "-Dfile.encoding=UTF-8", "-XX:InitialRAMPercentage=70", "-XX:MaxRAMPercentage=70", "-XX:+UseParallelGC", "-XX:NewRatio=1", "-XX:MaxTenuringThreshold=2", "-XX:MetaspaceSize=128m", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-cp", "/opt/tongwen/*", "org.tongwen.app.Main"]
CMD ["serve", "--config", "/etc/tongwen/hub.yaml"]
