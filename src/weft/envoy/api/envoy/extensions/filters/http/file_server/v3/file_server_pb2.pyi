from weft.envoy.api.envoy.extensions.common.async_files.v3 import async_file_manager_pb2 as _async_file_manager_pb2
from weft.envoy.api.xds.annotations.v3 import status_pb2 as _status_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2_1
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class FileServerConfig(_message.Message):
    __slots__ = ("manager_config", "path_mappings", "content_types", "default_content_type", "directory_behaviors")
    class PathMapping(_message.Message):
        __slots__ = ("request_path_prefix", "file_path_prefix")
        REQUEST_PATH_PREFIX_FIELD_NUMBER: _ClassVar[int]
        FILE_PATH_PREFIX_FIELD_NUMBER: _ClassVar[int]
        request_path_prefix: str
        file_path_prefix: str
        def __init__(self, request_path_prefix: _Optional[str] = ..., file_path_prefix: _Optional[str] = ...) -> None: ...
    class DirectoryBehavior(_message.Message):
        __slots__ = ("default_file", "list")
        class List(_message.Message):
            __slots__ = ()
            def __init__(self) -> None: ...
        DEFAULT_FILE_FIELD_NUMBER: _ClassVar[int]
        LIST_FIELD_NUMBER: _ClassVar[int]
        default_file: str
        list: FileServerConfig.DirectoryBehavior.List
        def __init__(self, default_file: _Optional[str] = ..., list: _Optional[_Union[FileServerConfig.DirectoryBehavior.List, _Mapping]] = ...) -> None: ...
    class ContentTypesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    MANAGER_CONFIG_FIELD_NUMBER: _ClassVar[int]
    PATH_MAPPINGS_FIELD_NUMBER: _ClassVar[int]
    CONTENT_TYPES_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_CONTENT_TYPE_FIELD_NUMBER: _ClassVar[int]
    DIRECTORY_BEHAVIORS_FIELD_NUMBER: _ClassVar[int]
    manager_config: _async_file_manager_pb2.AsyncFileManagerConfig
    path_mappings: _containers.RepeatedCompositeFieldContainer[FileServerConfig.PathMapping]
    content_types: _containers.ScalarMap[str, str]
    default_content_type: str
    directory_behaviors: _containers.RepeatedCompositeFieldContainer[FileServerConfig.DirectoryBehavior]
    def __init__(self, manager_config: _Optional[_Union[_async_file_manager_pb2.AsyncFileManagerConfig, _Mapping]] = ..., path_mappings: _Optional[_Iterable[_Union[FileServerConfig.PathMapping, _Mapping]]] = ..., content_types: _Optional[_Mapping[str, str]] = ..., default_content_type: _Optional[str] = ..., directory_behaviors: _Optional[_Iterable[_Union[FileServerConfig.DirectoryBehavior, _Mapping]]] = ...) -> None: ...
