# Two stages: build the jar with Maven, run it on a JRE as a user without rights.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -B -ntp -DskipTests -pl bootstrap -am package

FROM eclipse-temurin:17-jre
RUN useradd --system --create-home --home-dir /baton baton
USER baton
WORKDIR /baton
COPY --from=build /src/bootstrap/target/baton-node.jar baton-node.jar
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "baton-node.jar"]
