# One image a service, from the jars that `mvn package` has made:
#   docker build --build-arg SERVICE=enrichment-streams -t geowire/enrichment-streams .
# SERVICE: ingest-producer, enrichment-streams, alerts-consumer.

FROM eclipse-temurin:17-jre AS jars
ARG SERVICE
COPY ${SERVICE}/target/lib /jars/lib
COPY ${SERVICE}/target/${SERVICE}.jar /jars/own/service.jar
# Libraries of others change less often than our own, so they are a layer below. With one time for all files the same jars make
# the same files.
RUN mkdir /jars/own/lib \
 && mv /jars/lib/schemas-*.jar /jars/lib/service-*.jar /jars/own/lib/ \
 && chmod -R a=rX /jars && find /jars -exec touch --date=@0 {} +

FROM eclipse-temurin:17-jre
ARG SERVICE
LABEL org.opencontainers.image.title="Geowire ${SERVICE}" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN groupadd --system --gid 10001 geowire \
 && useradd --system --uid 10001 --gid 10001 --home-dir /var/lib/geowire --shell /usr/sbin/nologin geowire \
 && mkdir -p /var/lib/geowire/data && chown -R 10001:10001 /var/lib/geowire
COPY --from=jars /jars/lib /opt/geowire/lib
COPY --from=jars /jars/own /opt/geowire

# The heap leaves room for RocksDB and the models. A process without memory is of no use: better it ends and is started anew.
# More arenas of malloc than these make RocksDB's memory grow.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8" \
    MALLOC_ARENA_MAX=2 \
    GEOWIRE_HTTP_HOST=0.0.0.0 \
    GEOWIRE_HTTP_PORT=8080

USER 10001:10001
WORKDIR /var/lib/geowire
VOLUME /var/lib/geowire/data
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=6 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/$GEOWIRE_HTTP_PORT && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
# In exec form, so that Java itself is told to end.
ENTRYPOINT ["java", "-jar", "/opt/geowire/service.jar"]
